import type { StackPlan } from '../plan/planExport.ts'
import {
  accountVariable,
  ENVIRONMENT,
  nameVariable,
  placeVariable,
  regionVariable,
  type Variable,
  zoneVariable,
} from '../plan/variables.ts'
import type { Later } from './value.ts'

/** What of a value differs between environments, and the text that holds where nothing does. */
export type Varying = Extract<Later, { later: 'place' | 'account' | 'region' | 'zone' | 'name' | 'environment' }>

const VARYING: readonly string[] = ['place', 'account', 'region', 'zone', 'name', 'environment']
export const isVarying = (value: Later): value is Varying => VARYING.includes(value.later)

/** The variable that a value follows; null where it stands as drawn in every environment. */
export function variableFor(stack: StackPlan, value: Varying): Variable | null {
  switch (value.later) {
    case 'place':
      return placeVariable(stack.drawn, value.by, value.text)
    case 'account':
      return accountVariable(stack.drawn, value.number)
    case 'region':
      return regionVariable(stack.drawn, value.code)
    case 'zone':
      return zoneVariable(stack.drawn, value.zoneName)
    case 'name':
      return nameVariable(value.of, value.text)
    case 'environment':
      return { ...ENVIRONMENT, drawn: stack.naming.environment }
  }
}
