import { createServer } from 'vite'

// the state of the page names its worker as Vite does: Vite reads it
const server = await createServer({
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false },
})
const { runFaults } = (await server.ssrLoadModule(
  '/scripts/faults/runFaults.ts',
)) as typeof import('./faults/runFaults.ts')
const isClean = await runFaults(process.argv.slice(2))
await server.close()
process.exit(isClean ? 0 : 1)
