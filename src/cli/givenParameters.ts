import { type ParameterValues, readParameterText } from '../core/import/index.ts'
import type { Given, Options } from './command.ts'
import { readText } from './readText.ts'
import { Unusable } from './unusable.ts'

/** Options of every command that opens SOURCE. */
export const SOURCE_OPTIONS = {
  parameters: { type: 'string' },
  parameter: { type: 'string', multiple: true },
} satisfies Options
export const SOURCE_USAGE = '[--parameters FILE] [--parameter NAME=VALUE …]'

/** Values for the parameters of a template: those of the file, and above them those that are given one by one. Throws `Unusable`. */
export async function givenParameters({ parameters, parameter }: Given['values']): Promise<ParameterValues> {
  const values = typeof parameters === 'string' ? await readFileOf(parameters) : {}
  const pairs = [parameter ?? []].flat().map((pair) => {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(String(pair)) ?? []
    if (name === undefined || value === undefined) throw new Unusable(`--parameter ${pair}: should be NAME=VALUE`)
    return [name, value] as const
  })
  return { ...values, ...Object.fromEntries(pairs) }
}

async function readFileOf(path: string): Promise<ParameterValues> {
  const values = readParameterText(await readText(path))
  if (typeof values === 'string') throw new Unusable(`${path}: ${values}`)
  return values
}
