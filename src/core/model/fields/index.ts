// Apart from the index of the model: the page needs these only with the inspector.
export { fieldProblem } from './fieldProblem.ts'
export { readField } from './fieldProblems.ts'
export { blankRow, referenceCandidates } from './referenceCandidates.ts'
