import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A registry mirror that lacks the binaries of other platforms leaves them out of package-lock.json, and `npm ci` then refuses the file everywhere.
 * This adds them back by what their parents say: exact version, platform by name; and asks the registry for the checksum of every entry that lacks one.
 * Run it after `npm install`; it changes nothing in a complete file.
 */
interface Locked {
  readonly version?: string
  readonly integrity?: string
  readonly dev?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
const PATH = join(import.meta.dirname, '../package-lock.json')
const SYSTEMS = ['android', 'darwin', 'freebsd', 'openharmony', 'linux', 'netbsd', 'openbsd', 'sunos', 'aix', 'win32']
const PROCESSORS = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32', 'arm']

const lock = JSON.parse(readFileSync(PATH, 'utf8')) as { packages: Record<string, Locked> }
let added = 0
for (const [parent, { dev, optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, spec] of Object.entries(optionalDependencies)) {
    const places = [`${parent}/node_modules/${name}`, `node_modules/${name}`]
    const version = /\d+\.\d+\.\d+.*/.exec(spec)?.[0]
    if (parent === '' || !version || places.some((place) => lock.packages[place])) continue
    const system = name === 'fsevents' ? 'darwin' : SYSTEMS.find((one) => name.includes(one))
    const processor = PROCESSORS.find((one) => name.includes(one))
    lock.packages[places[1]!] = {
      version,
      ...(processor ? { cpu: [processor] } : {}),
      ...(dev ? { dev } : {}),
      optional: true,
      ...(system ? { os: [system] } : {}),
      // a second build for the same system and processor is told apart by its C library
      ...(name.includes('musl') ? { libc: ['musl'] } : {}),
    } as Locked
    added++
  }
}

let sealed = 0
for (const [path, entry] of Object.entries(lock.packages)) {
  if (path === '' || entry.integrity) continue
  const name = path.split('node_modules/').at(-1)
  const integrity = execFileSync('npm', ['view', `${name}@${entry.version}`, 'dist.integrity'], {
    encoding: 'utf8',
  }).trim()
  if (!integrity.startsWith('sha512-')) throw new Error(`the registry knows no checksum of ${name}@${entry.version}`)
  const { version, ...rest } = entry
  lock.packages[path] = { version, integrity, ...rest } as Locked
  sealed++
}
const packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
if (added + sealed > 0) writeFileSync(PATH, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
process.stdout.write(`package-lock.json: ${added} packages of other platforms added, ${sealed} checksums\n`)
