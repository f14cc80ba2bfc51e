-- Who was asked about a transfer, in order, and what each said.
create table decision (
    transfer  bigint       not null references transfer (number),
    position  int          not null,
    validator varchar(40)  not null,
    language  varchar(40)  not null,
    size      bigint       not null,
    harness   varchar(40)  not null,
    approved  boolean      not null,
    reason    varchar(500) not null,
    primary key (transfer, position)
);
