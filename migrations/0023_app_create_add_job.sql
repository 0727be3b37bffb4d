-- The queue's own tables are closed to the application; it adds a job through this function, in the transaction of the
-- action that causes it.

create function app.add_job(p_name text, p_payload json) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform graphile_worker.add_job(identifier => p_name, payload => p_payload, max_attempts => 5);
end
$$;
comment on function app.add_job is 'Queues a background job in the caller''s transaction. The payload carries the scope in which the job runs.';
revoke all on function app.add_job from public;
grant execute on function app.add_job to guidui_app;
