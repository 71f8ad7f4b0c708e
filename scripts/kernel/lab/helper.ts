import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Listener } from '../plan/lab.ts'

export interface Dial {
  readonly protocol: 'tcp' | 'udp'
  readonly space: string
  readonly source: string
  readonly sport: number
  readonly to: string
  readonly port: number
}
export interface Dialled {
  readonly how: 'answered' | 'refused' | 'lost'
  /** What whoever answered calls itself. */
  readonly by: string | null
}
export interface LookUp {
  readonly space: string
  readonly source: string
  readonly sport: number
  readonly server: string
  readonly name: string
}

/** One process that opens sockets in all namespaces: Node cannot change the namespace that it opens them in. */
export type Helper = ReturnType<typeof startHelper>

export function startHelper() {
  const child: ChildProcess = spawn('python3', [fileURLToPath(new URL('./sockets.py', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (why: Error) => void }>()
  let next = 0
  createInterface({ input: child.stdout! }).on('line', (line) => {
    const { id, value, error } = JSON.parse(line) as { id: number; value?: unknown; error?: string }
    const one = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) one?.resolve(value)
    else one?.reject(new Error(`sockets.py: ${error}`))
  })
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`sockets.py ended (${code})`))
    waiting.clear()
  })
  const tell = (what: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = next++
      waiting.set(id, { resolve, reject })
      child.stdin!.write(`${JSON.stringify({ id, ...what })}\n`)
    })
  return {
    prepare: (spaces: readonly { readonly name: string; readonly forwards: boolean }[]) =>
      tell({ do: 'prepare', spaces }),
    listen: (lab: string, listeners: readonly Listener[]) => tell({ do: 'listen', lab, listeners }),
    close: (lab: string) => tell({ do: 'close', lab }),
    dial: (list: readonly Dial[], patience: number) => tell({ do: 'dial', list, patience }) as Promise<Dialled[]>,
    /** Addresses; none where there is no such name; null where nobody answers. */
    lookUp: (list: readonly LookUp[], patience: number) =>
      tell({ do: 'lookUp', list, patience }) as Promise<(readonly string[] | null)[]>,
    stop: () => {
      child.stdin!.end()
    },
  }
}
