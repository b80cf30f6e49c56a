-- Each connection waits a random while between an answer and its next request, 64 ms on average.
function delay()
  return math.random(0, 128)
end
