import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readOptions } from './options.ts'
import { whyNot } from './whyNot.ts'

/**
 * `npm run test:kernel`: the simulator against the Linux kernel. Everything is built in namespaces of the run's own (network, mounts, processes):
 * they vanish with its first process, however it ends, and none of it can be seen from outside.
 */
function runApart(): void {
  const options = readOptions(process.argv.slice(2))
  const reason = whyNot()
  if (reason !== null) {
    process.stdout.write(`The kernel oracle did not run: ${reason}\n`)
    mkdirSync(dirname(options.report), { recursive: true })
    writeFileSync(options.report, JSON.stringify({ passed: 0, failed: 0, notRun: [`the kernel oracle: ${reason}`] }))
    return
  }
  const inside = fileURLToPath(new URL('./inside.ts', import.meta.url))
  const child = spawn(
    'unshare',
    [
      ...['--mount', '--net', '--pid', '--fork', '--kill-child', '--mount-proc', '--propagation', 'private'],
      ...['sh', '-c', 'mount -t tmpfs none /run && mkdir /run/netns && exec "$@"', 'sh'],
      ...[process.execPath, ...process.execArgv, inside, ...process.argv.slice(2)],
    ],
    // it reads its standard input to notice when nobody waits for it any more
    { stdio: ['pipe', 'inherit', 'inherit'] },
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      child.kill('SIGKILL')
      process.exitCode = 130
    })
  child.on('exit', (code) => {
    process.exitCode ??= code ?? 1
  })
}

runApart()
