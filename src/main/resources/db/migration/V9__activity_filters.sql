-- The activity page filters by these too, and what is rare is far back.
create index activity_of_action on activity (action, at, id);
create index activity_of_result on activity (result, at, id);
