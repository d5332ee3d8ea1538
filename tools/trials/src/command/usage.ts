import { DEFAULTS } from './settings.js';

export const USAGE = `Usage: npm run --silent trials -- [options]

Kills parts of a running system while calls are written row by row, and counts what came of each call. PostgreSQL, services and
broker are started for it on free ports and are gone afterwards; what runs on this machine already is not touched.

  --trial NAME   one of these; may be repeated, all unless named
                   node       one service is killed with SIGKILL and started again
                   postgres   PostgreSQL is killed with all its processes, and started again on the same data
                   broker     the RabbitMQ that is told of calls is killed and stays away; skipped where it is not installed
                   webhook    a receiver refuses half of what it is told, and is slow at times; then all is told once more
  --nodes N,M    on so many services, one trial for each number (${DEFAULTS.nodes})
  --rate R       calls a second (${DEFAULTS.rate})
  --seconds S    how long calls are written; longer while a part is away (${DEFAULTS.seconds})
  --away S       how long the killed part stays away (${DEFAULTS.away}; the broker ${DEFAULTS.brokerAway})
  --json         one JSON object a line

Every call must have one call log, one change that says created, and the record that callstitch generate makes of the same rows in a
fresh database; who paged through the changes, or listened to the stream, must have got each change once and in order. Caught up is
the time from the restart (of the broker: from when it takes connections again) until, with calls being shown again, all were shown
whose last row had been committed for a second.

Examples:
  npm run --silent trials
  npm run --silent trials -- --trial postgres --nodes 3 --rate 50 --seconds 60
  npm run --silent trials -- --trial broker --nodes 1 --away 600
  npm run --silent trials -- --json | jq -c '{trial, nodes, caughtUpSeconds, faults}'

Exit codes: 0 nothing was lost, doubled or otherwise wrong, 1 something was, 2 wrong arguments
`;
