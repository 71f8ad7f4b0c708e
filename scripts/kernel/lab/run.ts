import { spawn } from 'node:child_process'

/** Runs a program with a text as its input; what it printed, or an error with what it complained of. */
export function run(program: string, args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] })
    let out = ''
    let complaint = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text
    })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(out) : reject(new Error(`${program} ${args.join(' ')} (${code}): ${complaint}\n${input}`)),
    )
    child.stdin.on('error', () => {
      // it ended before it had read everything; why, it says above
    })
    child.stdin.end(input)
  })
}
