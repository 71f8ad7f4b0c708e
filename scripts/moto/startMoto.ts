import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A running moto, a stand-in for AWS on this machine: pip install 'moto[server]' awscli. */
export interface Moto {
  /** For the AWS CLI and scripts that call it: loopback, and no credentials of anybody. */
  readonly env: Readonly<Record<string, string>>
  /** What went wrong inside of moto since this was asked last: the call, and the last line of its traceback. */
  troubles(): readonly string[]
  /** Forgets all that was made. */
  reset(): Promise<void>
  stop(): void
}

const fileAt = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** Why moto cannot be run here; null where it can be. */
export function whyNoMoto(): string | null {
  const runs = (program: string, ...given: string[]) => spawnSync(program, given, { stdio: 'ignore' }).status === 0
  if (!runs('aws', '--version')) return 'the AWS CLI (aws) is not installed'
  return runs('python3', '-c', 'import moto.server, flask')
    ? null
    : "moto is not installed (pip install 'moto[server]')"
}

/** Starts moto on a free port of 127.0.0.1 and waits until it answers; its log goes into `folder`. */
export async function startMoto(folder: string): Promise<Moto> {
  const port = await freePort()
  const path = join(folder, 'moto.log')
  const log = openSync(path, 'w')
  const python = outputOf('python3', '-c', 'import sys; print(sys.executable)')
  const moto = spawn(python, [fileAt('server.py'), '-H', '127.0.0.1', '-p', `${port}`], {
    env: { ...process.env, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true', HOPWISE_MOTO: `http://127.0.0.1:${port}` },
    stdio: ['pipe', log, log], // they read their standard input to notice when nobody waits for them any more
  })
  closeSync(log)
  const cli = await startAws(python, folder)
  const stop = () => {
    moto.kill()
    cli?.process.kill()
  }
  try {
    await listening(moto, port)
  } catch (error) {
    stop()
    throw error
  }
  let read = 0
  return {
    env: {
      PATH: `${aimAt(python, port, folder, cli?.socket ?? '')}:${process.env.PATH ?? ''}`,
      // Nothing leaves this machine, whatever a client makes of the address it was given
      HTTP_PROXY: NOWHERE,
      HTTPS_PROXY: NOWHERE,
      NO_PROXY: '127.0.0.1',
      HOME: folder,
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: 'none',
      AWS_SECRET_ACCESS_KEY: 'none',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_MAX_ATTEMPTS: '1',
      HOPWISE_DELETE_DATA: 'yes',
      // moto's own, whatever is drawn
      HOPWISE_ACCOUNT: '123456789012',
    },
    troubles: () => {
      const text = readFileSync(path, 'utf8')
      const since = text.slice(read)
      read = text.length
      return troublesIn(since)
    },
    reset: async () => {
      await fetch(`http://127.0.0.1:${port}/moto-api/reset`, { method: 'POST' })
    },
    stop,
  }
}

/** A port at which nothing listens. */
const NOWHERE = 'http://127.0.0.1:1'

const outputOf = (program: string, ...given: string[]): string =>
  spawnSync(program, given, { encoding: 'utf8' }).stdout.trim()

/**
 * Starts the AWS CLI once, for every call to be a fork of it. Null where it is no package of this Python: then each call starts it anew.
 */
async function startAws(python: string, folder: string): Promise<{ process: ChildProcess; socket: string } | null> {
  if (spawnSync(python, ['-c', 'import awscli.clidriver'], { stdio: 'ignore' }).status !== 0) return null
  const socket = join(folder, 'aws.sock')
  const started = spawn(python, [fileAt('awsServer.py'), socket], { stdio: ['pipe', 'pipe', 'inherit'] })
  await new Promise((resolve, reject) => {
    started.stdout.once('data', resolve)
    started.once('exit', (code) => reject(new Error(`the AWS CLI ended with ${code}`)))
  })
  return { process: started, socket }
}

/**
 * A folder with an `aws` that names moto in so many words: version 1 of the AWS CLI replaces the address of RDS in us-east-1 by its own, unless
 * `--endpoint-url` is given. HOPWISE_SERVICES are the only services that are asked: what a design has nothing of need not be gathered.
 */
function aimAt(python: string, port: number, folder: string, socket: string): string {
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  const real = outputOf('bash', '-c', 'command -v aws')
  const only = `case " \${HOPWISE_SERVICES:-$1} " in *" $1 "*) ;; *) exit 255 ;; esac`
  const text = `#!/bin/sh\n${only}\nexec '${python}' -I -S '${fileAt('aws.py')}' '${socket}' '${real}' 'http://127.0.0.1:${port}' "$@"\n`
  writeFileSync(join(bin, 'aws'), text, { mode: 0o755 })
  return bin
}

/** The last lines of the tracebacks in moto's log. */
export function troublesIn(log: string): readonly string[] {
  const found = log.split('Traceback (most recent call last):').slice(1)
  const last = found.map((one) => /^(?:[\w.]+(?:Error|Exception|Exit)|KeyError)\b.*$/m.exec(one)?.[0] ?? one.trim())
  return [...new Set(last)]
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Waits until the server answers; fails when it ends or three minutes are over, as on a busy machine. */
async function listening(moto: ChildProcess, port: number): Promise<void> {
  const missing = new Promise<never>((_, reject) => {
    moto.once('error', reject)
    moto.once('exit', (code) => reject(new Error(`moto ended with ${code}`)))
  })
  const answers = async () => {
    for (let attempt = 0; attempt < 360; attempt++) {
      const ok = await fetch(`http://127.0.0.1:${port}/moto-api/`).then(
        (response) => response.ok,
        () => false,
      )
      if (ok) return
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    throw new Error('moto does not answer')
  }
  await Promise.race([missing, answers()])
}
