import { useId } from 'react'
import type { AnswerOf } from '../../engine/index.ts'

type Question = Exclude<AnswerOf<'revise'>, string>['questions'][number]

interface TemplateQuestionsProps {
  readonly questions: readonly Question[]
  readonly onAnswer: (id: string, option: Question['chosen']) => void
}

/** Values that come from a parameter or a mapping: where each is to be changed. */
export function TemplateQuestions({ questions, onAnswer }: TemplateQuestionsProps) {
  const name = useId()
  return questions.map(({ id, words, options, chosen }) => (
    <fieldset key={id} className="rounded-md border border-line p-2 text-xs">
      <legend className="float-left mb-1 w-full break-words font-medium leading-[1.125rem]">{words}</legend>
      {options.map((option) => (
        <label
          key={option.id}
          className="clear-both flex min-h-6 cursor-pointer items-start gap-2 py-0.5 leading-[1.125rem]"
        >
          <input
            type="radio"
            name={`${name} ${id}`}
            className="mt-0.5"
            checked={chosen === option.id}
            onChange={() => onAnswer(id, option.id)}
          />
          <span className="min-w-0 break-words">{option.words}</span>
        </label>
      ))}
    </fieldset>
  ))
}
