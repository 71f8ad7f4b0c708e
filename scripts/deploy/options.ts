import { parseArgs } from 'node:util'

/** What a run is told. */
export interface Options {
  readonly isShort: boolean
  readonly seeds: number
  readonly seed: number
  readonly only: readonly string[] | null
  readonly lanes: number
  readonly report: string | null
  /** Whether templates are linted too. */
  readonly lint: boolean
}

/** Draws a small network of one VPC: a larger one takes minutes. */
const SMALL_SEED = '5'

/** Reads the options of `npm run test:deploy`. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      short: { type: 'boolean', default: false },
      seeds: { type: 'string' },
      seed: { type: 'string' },
      only: { type: 'string' },
      lanes: { type: 'string', default: '2' },
      report: { type: 'string' },
      'no-lint': { type: 'boolean', default: false },
    },
  })
  const numbers = (name: string, text: string): number => {
    if (!/^\d+$/.test(text)) throw new Error(`--${name} takes a number, not ${text}`)
    return Number(text)
  }
  return {
    isShort: values.short,
    seeds: numbers('seeds', values.seeds ?? (values.short ? '1' : '20')),
    seed: numbers('seed', values.seed ?? (values.short ? SMALL_SEED : '1')),
    only: values.only?.split(',') ?? null,
    lanes: Math.max(1, numbers('lanes', values.lanes)),
    report: values.report ?? null,
    lint: !values['no-lint'],
  }
}
