import { core } from './core.ts'
import { createHandlers } from './handlers.ts'
import type { FromEngine, ToEngine } from './protocol.ts'
import { serveCalls } from './serveCalls.ts'

const post = (message: FromEngine) => self.postMessage(message)
const receive = serveCalls(createHandlers(core), post)

self.onmessage = (event: MessageEvent<ToEngine>) => receive(event.data)
post({ type: 'ready' })
