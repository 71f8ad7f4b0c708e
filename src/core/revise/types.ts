import type { DesignSource } from '../model/designSource.ts'
import type { ConstructId } from '../model/kinds/registry.ts'

/** A file of the source, as it was and as it is to be. */
export interface RevisedFile {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** One change of a template. */
export interface RevisedPlace {
  readonly file: string
  /** The resource, parameter or mapping that it is in. */
  readonly logicalId: string
  readonly words: string
}

/** One of the ways in which a change may be made. */
export interface ReviseOption {
  readonly id: 'here' | 'parameter' | 'mapping'
  readonly words: string
}

/** A value that comes from elsewhere: where is it to be changed? */
export interface ReviseQuestion {
  readonly id: string
  readonly words: string
  /** What it comes from: the name of a parameter, or of a mapping. */
  readonly from: string
  readonly options: readonly ReviseOption[]
  readonly chosen: ReviseOption['id']
}

/** What of the design is not in the template; it is in the design file all the same. */
export interface LeftOver {
  /** null = it is of no construct. */
  readonly construct: ConstructId | null
  readonly words: string
}

/** Answers to questions, by their ids; `otherwise` is for those that are not among them. */
export interface ReviseChoices {
  readonly answers?: Readonly<Record<string, ReviseOption['id']>>
  readonly otherwise?: 'here' | 'origin'
}

/** A template as the design has it now. */
export interface Revision {
  readonly files: readonly RevisedFile[]
  readonly changes: readonly RevisedPlace[]
  readonly questions: readonly ReviseQuestion[]
  readonly leftOver: readonly LeftOver[]
  /** The source with what was changed, and the same parameters. */
  readonly source: DesignSource
}
