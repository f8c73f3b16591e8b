const durability = { off: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'], on: [] }

/** The settings given on the command line, so that a newer release changes them without touching the data folder. */
export function settings(port: number, durable: boolean): string[] {
  const lines = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'shared_buffers=256MB',
    'effective_cache_size=1GB',
    'work_mem=16MB',
    'maintenance_work_mem=128MB',
    'max_wal_size=2GB',
    'checkpoint_timeout=15min',
    'random_page_cost=1.1',
    'jit=off',
    'timezone=UTC',
    'log_timezone=UTC',
    // People's words never reach the log: neither statements nor the values in an error's detail.
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    'log_parameter_max_length=0',
    ...durability[durable ? 'on' : 'off'],
  ]
  return lines.flatMap((line) => ['-c', line])
}
