import { spawnSync } from 'node:child_process'
import { missingTools, TOOLS } from './whyNot.ts'

/** Installs what the kernel oracle needs, where that can be done: as root on Debian and its kin. Elsewhere it says so and leaves it. */
function installTools(): void {
  const packages = missingTools().map((tool) => TOOLS[tool])
  if (packages.length === 0) return
  const apt = spawnSync('sh', ['-c', 'command -v apt-get'], { stdio: 'ignore' }).status === 0
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !apt) {
    process.stdout.write(`Not installed (needs root and apt-get): ${packages.join(' ')}\n`)
    return
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', ...packages],
  ]) {
    const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
    if (status !== 0) {
      process.stdout.write(`apt-get ${args[0]} failed: the kernel oracle will say what it lacks\n`)
      return
    }
  }
}

installTools()
