import workerUrl from './engine.worker.ts?worker&url'
import type { FromEngine, ToEngine } from './protocol.ts'

/** What the client needs of a worker. */
export interface EngineWorker {
  post(message: ToEngine): void
  end(): void
  listen(onMessage: (message: FromEngine) => void, onFailure: (why: string) => void): void
}

/** Starts the engine in a web worker of its own, under the Content-Security-Policy of the page. */
export function createWorker(): EngineWorker {
  startUrl ??= makeStartUrl()
  const worker = new Worker(startUrl, { type: 'module' })
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

let startUrl: string | undefined

/** A worker that is fetched has only the policy that its own file was sent with; one that begins as a blob inherits the page's, wherever the page is hosted. */
function makeStartUrl(): string {
  const start = `import ${JSON.stringify(new URL(workerUrl, location.href).href)}`
  const url = URL.createObjectURL(new Blob([start], { type: 'text/javascript' }))
  // Where the browser asks for trusted types, this is the one address of a script that the page makes.
  return globalThis.trustedTypes?.createPolicy('engine', { createScriptURL: () => url }).createScriptURL('') ?? url
}

declare global {
  /** Not yet in TypeScript's own library; a string stands for its trusted script addresses. */
  var trustedTypes:
    | { createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(input: ''): string } }
    | undefined
}
