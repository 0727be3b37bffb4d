/**
 * Seats of a post (`p`) that rounds which have ended gave away: what is left of it is offered to whoever was left over.
 * SQL, to be put into a query over `placement.posts p`; `besides` names a round that does not count, as a parameter.
 */
export const takenSeats = (besides = 'null::uuid'): string =>
  `(select count(*)::int from placement.round_seats s
      join placement.round_posts t on t.bureau_code = s.bureau_code and t.round_id = s.round_id and t.code = s.code
     where t.bureau_code = p.bureau_code and t.post_id = p.id and s.freed_seq is null and s.round_id is distinct from ${besides})`
