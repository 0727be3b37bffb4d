import { type SchemaRule, soundTable } from './catalogue.ts'

/** Tables of a bureau as a whole, which have no unit. */
const OF_A_BUREAU = ['spine.heads', 'casework.roster_slots']

const literals = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ')

/** Shape: comments, keys, names. What lets the same schema be distributed over many machines. */
export const TABLE_RULES: readonly SchemaRule[] = [
  {
    name: 'every table has a comment',
    ask: `select place from ours where note = ''`,
    fault: `${soundTable()} comment on table parade.flags is null`,
    named: 'parade.flags',
  },
  {
    name: 'every foreign key has an index',
    ask: `
      select o.place || ' ' || f.conname from ours o join pg_constraint f on f.conrelid = o.oid and f.contype = 'f'
       where not exists (
         select from pg_index i
          where i.indrelid = f.conrelid and i.indisvalid
            -- Of those that name somebody is enough: nobody is ever looked for by nothing.
            and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) in (
              select format('(%I IS NOT NULL)', a.attname) from pg_attribute a where a.attrelid = f.conrelid and a.attnum = any(f.conkey)))
            and (i.indkey::int2[])[0:cardinality(f.conkey) - 1] @> f.conkey)`,
    fault: soundTable('parade.flags', {
      columns: 'flag_id uuid, constraint flags_flag_fkey foreign key (bureau_code, flag_id) references parade.flags (bureau_code, id),',
    }),
    named: 'parade.flags flags_flag_fkey',
  },
  {
    name: 'every tenant table has a primary key',
    ask: `select place from tenant t where not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary)`,
    fault: `${soundTable()} alter table parade.flags drop constraint flags_pkey`,
    named: 'parade.flags',
  },
  {
    name: 'bureau_code comes first in every primary key and unique index of a tenant table',
    ask: `
      select t.place || ' ' || x.relname from tenant t
        join pg_index i on i.indrelid = t.oid and (i.indisunique or i.indisexclusion) join pg_class x on x.oid = i.indexrelid
       where not exists (select from key_column k where k.attrelid = t.oid and k.attname = 'bureau_code' and k.attnum = i.indkey[0])`,
    fault: `${soundTable()} create unique index flags_id_key on parade.flags (id, bureau_code)`,
    named: 'parade.flags flags_id_key',
  },
  {
    name: 'bureau_code comes first on both sides of a foreign key between tenant tables',
    ask: `
      select t.place || ' ' || f.conname from tenant t join pg_constraint f on f.conrelid = t.oid and f.contype = 'f' join tenant r on r.oid = f.confrelid
       where not exists (select from key_column k where k.attrelid = t.oid and k.attname = 'bureau_code' and k.attnum = f.conkey[1])
          or not exists (select from key_column k where k.attrelid = r.oid and k.attname = 'bureau_code' and k.attnum = f.confkey[1])`,
    fault: `${soundTable()} ${soundTable('parade.poles', {
      columns: 'constraint poles_flag_fkey foreign key (unit_code, id) references parade.flags (bureau_code, id),',
    })}`,
    named: 'parade.poles poles_flag_fkey',
  },
  {
    name: 'no foreign key leads from a reference or directory table to a tenant table, nor to a directory table',
    ask: `
      select o.place || ' ' || f.conname from ours o join pg_constraint f on f.conrelid = o.oid and f.contype = 'f' join ours r on r.oid = f.confrelid
       where r.note ~ '^Directory: ' or (o.note ~ '^(Reference|Directory): ' and r.note !~ '^Reference: ')`,
    fault: `${soundTable()}
      create table parade.colours (bureau_code text, id uuid, constraint colours_flag_fkey foreign key (bureau_code, id) references parade.flags);
      comment on table parade.colours is 'Reference: colours.'`,
    named: 'parade.colours colours_flag_fkey',
  },
  {
    name: 'bureau_code and unit_code are text in "C" order and never null',
    ask: `
      select t.place || ' ' || w.attname from tenant t cross join (values ('bureau_code'), ('unit_code')) w (attname)
       where not (w.attname = 'unit_code' and t.place in (${literals(OF_A_BUREAU)}))
         and not exists (select from key_column k
               where k.attrelid = t.oid and k.attname = w.attname and k.type = 'text' and k.collname = 'C' and k.attnotnull)`,
    fault: `${soundTable()} alter table parade.flags alter column unit_code drop not null`,
    named: 'parade.flags unit_code',
  },
  {
    name: 'a check says that bureau_code is the beginning of unit_code',
    ask: `
      select t.place from tenant t
       where t.place not in (${literals(OF_A_BUREAU)})
         and not exists (select from pg_constraint c
               where c.conrelid = t.oid and c.contype = 'c' and pg_get_constraintdef(c.oid) ~ 'bureau_code = "left"\\(unit_code, 6\\)')`,
    fault: `${soundTable()} alter table parade.flags drop constraint flags_unit_code_check`,
    named: 'parade.flags',
  },
  {
    name: 'no tenant table has a trigger or a rewrite rule',
    ask: `
      select t.place || ' ' || g.tgname from tenant t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
      union all select t.place || ' ' || r.rulename from tenant t join pg_rewrite r on r.ev_class = t.oid`,
    fault: `${soundTable()}
      create function parade.salute() returns trigger language plpgsql as 'begin return new; end';
      create trigger flags_salute before insert on parade.flags for each row execute function parade.salute()`,
    named: 'parade.flags flags_salute',
  },
  {
    name: 'tables and columns are in snake case; keys, checks and indexes begin with the name of their table',
    ask: `
      select place from ours where place !~ '^[a-z][a-z0-9]*\\.[a-z][a-z0-9_]*$'
      union all select o.place || ' ' || k.attname from ours o join key_column k on k.attrelid = o.oid where k.attname !~ '^[a-z][a-z0-9_]*$'
      union all select o.place || ' ' || c.conname from ours o join pg_constraint c on c.conrelid = o.oid
                 where c.contype not in ('n', 't') and not starts_with(c.conname, o.relname || '_')
      union all select o.place || ' ' || x.relname from ours o join pg_index i on i.indrelid = o.oid join pg_class x on x.oid = i.indexrelid
                 where not starts_with(x.relname, o.relname || '_')`,
    fault: `${soundTable()} create index by_unit on parade.flags (unit_code)`,
    named: 'parade.flags by_unit',
  },
  {
    name: 'the ending of a column says its type: _on is a day, _at an instant, _fen whole fen',
    ask: `
      select o.place || ' ' || k.attname from ours o join key_column k on k.attrelid = o.oid
       where (k.attname ~ '_on$' and k.type <> 'date')
          or (k.attname ~ '_at$' and k.type <> 'timestamp with time zone')
          or (k.attname ~ '_fen$' and k.type <> 'bigint')
          or k.type in ('timestamp without time zone', 'money', 'real', 'time with time zone')`,
    fault: soundTable('parade.flags', { columns: 'price_fen integer,' }),
    named: 'parade.flags price_fen',
  },
]
