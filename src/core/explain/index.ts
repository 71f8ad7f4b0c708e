export { answerOfCall } from './answerOfCall.ts'
export {
  ABSENT_WORDS,
  ANSWER_WORDS,
  type KeyRow,
  LAYER_WORDS,
  sayPrincipal,
  tellKeyRows,
} from './callWords.ts'
export { describeEntry, describePlace } from './describePlace.ts'
export { explainCode } from './explainCode.ts'
export { explainDenial } from './explainDenial.ts'
export { explainNote } from './explainNote.ts'
export { explainStatement } from './explainStatement.ts'
export { explainStep } from './explainStep.ts'
export { explainVerdict } from './explainVerdict.ts'
export { headlineOf } from './headlineOf.ts'
export { PATH_WORDS, SYMPTOM_WORDS, VERDICT_WORDS } from './verdictWords.ts'
