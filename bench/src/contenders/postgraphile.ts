import { createServer } from 'node:http'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'

// PostGraphile 5 as its documentation tunes it: production mode, prepared statements (its default), no explaining,
// no live or browser extras, its own node server.

const [databaseUrl = '', port = '0'] = process.argv.slice(2)

const pgl = postgraphile({
  extends: [PostGraphileAmberPreset],
  // Partial indexes are unknown to it: without this it could neither filter by `open` nor read a thread.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({ connectionString: databaseUrl, schemas: ['public', 'bench'], poolConfig: { max: 8 } }),
  ],
  grafast: { explain: false },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false, websockets: false },
})
const serving = pgl.createServ(grafserv)

const server = createServer()
await serving.addTo(server)
const ready = server.listeners('request').slice()
server.removeAllListeners('request')
server.on('request', (request, response) => {
  if (request.url === '/ready') response.writeHead(200).end()
  else for (const listener of ready) listener.call(server, request, response)
})
server.listen(Number(port), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))
