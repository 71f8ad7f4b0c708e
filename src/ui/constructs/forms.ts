// The words and fields of the kinds, as a part that is fetched after the page itself.
export { formOf } from '../../core/model/index.ts'
