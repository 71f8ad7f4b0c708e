import type { Construct } from '../../core/model/index.ts'

/** What a construct is called: its name, or its id where the name is empty. */
export const nameOfConstruct = (construct: Construct): string => construct.name || construct.id
