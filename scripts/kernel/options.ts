/** What the command line asks for. */
export interface Options {
  /** Requests at least. */
  readonly runs: number
  readonly seed: number
  /** Where the counts go, as JSON. */
  readonly report: string
  /** A design file to try instead of random ones, with its saved requests. */
  readonly design: string | null
}

const DEFAULTS = { runs: 400, seed: 1, report: '.cache/test-reports/kernel.json' }

export function readOptions(args: readonly string[]): Options {
  const given = new Map<string, string>()
  for (let i = 0; i < args.length; i += 2) {
    const name = args[i]!
    const value = args[i + 1]
    if (!['--runs', '--seed', '--report', '--design'].includes(name) || value === undefined)
      throw new Error('usage: npm run test:kernel -- [--runs N] [--seed S] [--design FILE] [--report FILE]')
    given.set(name, value)
  }
  const number = (name: string, otherwise: number) => {
    const value = Number(given.get(name) ?? otherwise)
    if (!Number.isInteger(value) || value < 0) throw new Error(`${name} takes a whole number`)
    return value
  }
  return {
    runs: number('--runs', DEFAULTS.runs),
    seed: number('--seed', DEFAULTS.seed),
    report: given.get('--report') ?? DEFAULTS.report,
    design: given.get('--design') ?? null,
  }
}
