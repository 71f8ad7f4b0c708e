import type { OpenFrame } from '../evaluate/openFrames.ts'
import { declaredParameter } from '../evaluate/readParameter.ts'
import type { ParameterValues } from './readParameterFile.ts'

/** A parameter of what was imported, so that one can ask for its value. */
export interface AskedParameter {
  readonly file: string
  readonly name: string
  readonly type: string
  readonly description: string
  /** null = there is none, or it is not to be shown. */
  readonly default: string | null
  /** The value that it was given; null = none. */
  readonly given: string | null
  /** Empty = any. */
  readonly allowed: readonly string[]
  /** Whether there is a default, shown or not. */
  readonly hasDefault: boolean
  /** Whether its value is not to be shown (`NoEcho`). */
  readonly isSecret: boolean
}

/** The parameters of the stacks that are no nested ones. */
export const askedParameters = (
  tops: readonly OpenFrame[],
  given: (top: OpenFrame) => ParameterValues,
): readonly AskedParameter[] =>
  tops.flatMap((top) =>
    Object.entries(top.frame.template.parameters).map(([name, declaration]) => {
      const { isSecret, ...declared } = declaredParameter(declaration)
      return {
        file: top.frame.template.file,
        name,
        ...declared,
        default: isSecret ? null : declared.default,
        hasDefault: declared.default !== null,
        given: given(top)[name] ?? null,
        isSecret,
      }
    }),
  )
