// Apart from the index of the model: the page needs these only with the inspector.
export { fieldProblem } from './fieldProblem.ts'
export { type FieldProblem, fieldProblems, readField } from './fieldProblems.ts'
export { blankRow, referenceCandidates } from './referenceCandidates.ts'
