-- The audit log is read by time, newest first, also of one person and of one deed.
-- Allowed: index on a big table: deeds are written rarely, and a hundred thousand of them take a fifth of a second.
create index audit_log_actor on audit_log (actor_id, at desc) where actor_id is not null;
create index audit_log_action on audit_log (action, at desc);

-- How often each statement ran and how long it took. Not every server has it or lets us: the page then says how to get it.
do $$
begin
  create extension if not exists pg_stat_statements;
exception when others then
  raise notice 'statements are not counted: %', sqlerrm;
end
$$;
