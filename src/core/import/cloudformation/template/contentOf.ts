import { sortedBy } from '../../../base/order.ts'
import { isSection } from './section.ts'

/** All that a template says, as one text that is the same whether it is written in YAML or in JSON. */
export const contentOf = (value: unknown): string =>
  JSON.stringify(value, (name, one: unknown) => {
    if (name === 'Fn::GetAtt' && typeof one === 'string') return one.split('.')
    if (typeof one === 'number' || typeof one === 'boolean') return String(one)
    return isSection(one) ? Object.fromEntries(sortedBy(Object.entries(one), ([key]) => key)) : one
  })
