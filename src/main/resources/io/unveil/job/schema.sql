create table if not exists unveil_job (
  id varchar(36) primary key,
  kind varchar(20) not null,
  owner varchar(64) not null,
  once_key varchar(255),
  digest varchar(64) not null,
  request text not null,
  state varchar(20) not null,
  stopping boolean not null,
  tries int not null,
  share double precision not null,
  pixels bigint not null,
  bytes bigint not null,
  created bigint not null,
  started bigint,
  ended bigint,
  problem text,
  unique (owner, once_key)
);
create table if not exists unveil_entry (
  job varchar(36) not null,
  entry int not null,
  name varchar(1000) not null,
  pixels bigint not null,
  state varchar(20) not null,
  output varchar(1000),
  answer text,
  primary key (job, entry)
);
create table if not exists unveil_file (
  job varchar(36) not null,
  name varchar(100) not null,
  bytes ${bytes} not null,
  primary key (job, name)
);
create table if not exists unveil_task (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data ${bytes},
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by varchar(50),
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures int,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index if not exists unveil_job_state on unveil_job (state, created);
create index if not exists unveil_task_time on unveil_task (execution_time)
