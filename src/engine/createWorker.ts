import type { FromEngine, ToEngine } from './protocol.ts'

/** What the client needs of a worker. */
export interface EngineWorker {
  post(message: ToEngine): void
  end(): void
  listen(onMessage: (message: FromEngine) => void, onFailure: (why: string) => void): void
}

/** Starts the engine in a web worker of its own. */
export function createWorker(): EngineWorker {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' })
  return {
    post: (message) => worker.postMessage(message),
    end: () => worker.terminate(),
    listen(onMessage, onFailure) {
      worker.onmessage = (event: MessageEvent<FromEngine>) => onMessage(event.data)
      worker.onerror = (event) => onFailure(event.message || 'it could not be loaded')
      worker.onmessageerror = () => onFailure('a message could not be read')
    },
  }
}
