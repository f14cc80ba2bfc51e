insert into bank (code, id, name, country, currency, issuer) values
    ('wasmpay',   'wasmpay',   'wasmPay',              'USA', 'USD', true),
    ('nordhaven', 'nordhaven', 'Nordhaven Bank',       'USA', 'USD', false),
    ('icamer',    'icamer',    'Icamer Bank',          'GBR', 'GBP', false),
    ('terrano',   'terrano',   'Banca Terrano',        'ITA', 'EUR', false),
    ('lumenor',   'lumenor',   'Lumenor',              'SWE', 'SEK', false),
    ('meridia',   'meridia',   'Banco Meridia',        'ESP', 'EUR', false),
    ('solvik',    'solvik',    'Solvik Sparebank',     'NOR', 'NOK', false),
    ('untrusted', 'untrusted', 'Untrusted Holdings',   'USA', 'USD', false),
    ('quietbank', 'quietbank', 'Quiet Bank',           'USA', 'USD', false);

insert into account (bank, currency, balance, overdraw)
    select 'wasmpay', c.currency, -sum(c.opening), true
    from (select b.code, k.currency, 100000000 as opening
          from bank b, (select distinct currency from bank) k
          where not b.issuer) c
    group by c.currency;
insert into account (bank, currency, balance)
    select b.code, k.currency, 100000000
    from bank b, (select distinct currency from bank) k
    where not b.issuer;

-- The opening balances are transfers like any other, so that the books add up from the first line.
insert into transfer (id, client_key, origin, destination, amount, currency, status, reason, created)
    select cast('00000000-0000-4000-8000-' || lpad(cast(row_number() over (order by a.id) as varchar), 12, '0') as uuid),
           'opening-' || a.bank || '-' || a.currency, 'wasmpay', a.bank, a.balance, a.currency,
           'approved', 'opening balance', timestamp with time zone '2026-01-01 00:00:00+00'
    from account a where not a.overdraw;
insert into entry (transfer, account, amount)
    select t.number, a.id, t.amount from transfer t
    join account a on a.bank = t.destination and a.currency = t.currency;
insert into entry (transfer, account, amount)
    select t.number, a.id, -t.amount from transfer t
    join account a on a.bank = t.origin and a.currency = t.currency;
