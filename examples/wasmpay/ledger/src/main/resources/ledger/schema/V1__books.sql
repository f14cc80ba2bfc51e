-- The platform itself is a bank too: what it has put into the others' accounts is its debt.
create table bank (
    code     varchar(40)  primary key,
    id       varchar(40)  not null,
    name     varchar(100) not null,
    country  varchar(3)   not null,
    currency varchar(3)   not null,
    issuer   boolean      not null default false
);

create table account (
    id       bigint generated always as identity primary key,
    bank     varchar(40) not null references bank (code),
    currency varchar(3)  not null,
    -- In the currency's smallest unit; always the sum of the account's entries.
    balance  bigint      not null,
    overdraw boolean     not null default false,
    unique (bank, currency),
    check (overdraw or balance >= 0)
);

create table transfer (
    number      bigint generated always as identity primary key,
    id          uuid         not null unique,
    -- Chosen by the client: the same key is the same transfer, however often it is sent.
    client_key  varchar(100) not null unique,
    origin      varchar(40)  not null references bank (code),
    destination varchar(40)  not null references bank (code),
    amount      bigint       not null check (amount > 0),
    currency    varchar(3)   not null,
    status      varchar(10)  not null check (status in ('approved', 'denied')),
    reason      varchar(500) not null,
    created     timestamp(3) with time zone not null
);

-- Two for each transfer that was made, which add up to nothing.
create table entry (
    transfer bigint not null references transfer (number),
    account  bigint not null references account (id),
    amount   bigint not null,
    primary key (transfer, account)
);
