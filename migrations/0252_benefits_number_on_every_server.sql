-- 0253 numbers rows by uuidv7(), which PostgreSQL has from 18 on. Servers before it are lent one until 0270 needs none.

do $$
begin
  if current_setting('server_version_num')::integer < 180000 then
    execute 'create function public.uuidv7() returns uuid language sql volatile return gen_random_uuid()';
  end if;
end
$$;
