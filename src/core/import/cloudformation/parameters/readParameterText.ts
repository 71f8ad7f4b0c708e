import { parseFile } from '../../parseFile.ts'
import { type ParameterValues, readParameterFile } from './readParameterFile.ts'

/** The values that the text of a file of parameters says, in JSON or YAML; a sentence where it says none. */
export function readParameterText(text: string): ParameterValues | string {
  const { value, problem } = parseFile({ path: '', text })
  if (problem !== null) return problem
  return (
    readParameterFile(value) ??
    'The file says no values of parameters: it should be {"Name": "value"}, or as the AWS CLI takes them'
  )
}
