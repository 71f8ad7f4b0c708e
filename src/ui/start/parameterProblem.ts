import type { AskedParameter } from '../../core/import/index.ts'

/** As AWS reads them: an integer or a decimal fraction. Source: AWS CloudFormation user guide, parameters. */
const NUMBER = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)\s*$/

/** What is wrong with a value of a parameter, in a sentence; null = nothing that shows before AWS sees it. */
export function parameterProblem({ type }: Pick<AskedParameter, 'type'>, value: string): string | null {
  if (type === 'Number') return NUMBER.test(value) ? null : 'A number is wanted here.'
  if (type === 'List<Number>')
    return value.split(',').every((one) => NUMBER.test(one)) ? null : 'Numbers are wanted here, separated by commas.'
  return null
}
