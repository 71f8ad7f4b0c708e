#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { APP_VERSION } from '../core/base/index.ts'
import type { Command, Given } from './command.ts'
import { checkCommand } from './commands/check.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { needsCommand } from './commands/needs.ts'
import { policyCommand } from './commands/policy.ts'
import { reviseCommand } from './commands/revise.ts'
import { serveCommand } from './commands/serve.ts'
import { simulateCommand } from './commands/simulate.ts'
import { testCommand } from './commands/test.ts'
import { Unusable } from './unusable.ts'

const COMMANDS: Readonly<Record<string, Command>> = {
  serve: serveCommand,
  import: importCommand,
  simulate: simulateCommand,
  check: checkCommand,
  needs: needsCommand,
  test: testCommand,
  export: exportCommand,
  revise: reviseCommand,
  policy: policyCommand,
}

const HELP: ReadonlySet<string> = new Set(['--help', '-h'])
const TOLD: ReadonlySet<string> = new Set([...HELP, '--version'])

const help = (): string =>
  [
    'Usage: hopwise [COMMAND] …',
    '',
    ...Object.values(COMMANDS).flatMap((command) => [`  ${command.usage}`, `      ${command.summary}`]),
    '',
    'Exit codes: 0 fine, 1 findings or misses, 2 unusable input.',
  ].join('\n')

async function run(args: readonly string[]): Promise<number> {
  // without a command the app is opened; what begins with a dash is an option of that
  const [name = 'serve', ...rest] = args[0]?.startsWith('-') && !TOLD.has(args[0]) ? ['serve', ...args] : args
  if (name === '--version') {
    process.stdout.write(`${APP_VERSION}\n`)
    return 0
  }
  if (name === 'help' || [name, ...rest].some((one) => HELP.has(one))) {
    process.stdout.write(`${help()}\n`)
    return 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) throw new Unusable(`no command “${name}”; see hopwise help`)
  const lines: string[] = []
  const code = await command.run(parse(command, rest), (line) => lines.push(line))
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`)
  return code
}

function parse(command: Command, args: string[]) {
  try {
    const { positionals, values } = parseArgs({ args, options: command.options, allowPositionals: true, strict: true })
    return { positionals, values: values as Given['values'] }
  } catch (error) {
    throw new Unusable((error as Error).message.split('\n')[0]!)
  }
}

// a reader that stops early (`| head`) is no error
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(
      `hopwise: ${error instanceof Unusable ? error.message : `unexpected: ${(error as Error).stack}`}\n`,
    )
    process.exitCode = 2
  },
)
