-- The requests of a file by turns: a path and a header line on each of its lines, a tab between.
local requests, turn = {}, 0

function init()
  for line in io.lines("target/growth-turns") do
    local path, name, value = line:match("^(.-)\t(.-): (.*)$")
    local headers = { [name] = value }
    for key, common in pairs(wrk.headers) do
      headers[key] = common
    end
    requests[#requests + 1] = wrk.format("GET", path, headers)
  end
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end
