-- Places of about one size are ranked among themselves: the band of each stands in its line as it was when it was drawn up.

alter table indicators.assessment_lines add column size_band jsonb;
comment on column indicators.assessment_lines.size_band is 'The places of about its size (code, zh, en, clients from), among whom it was ranked; null where all were ranked together.';
comment on column indicators.assessment_lines.ranked is 'How many places had a rank, of its size where there are bands.';
