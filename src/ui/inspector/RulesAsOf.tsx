import { useState } from 'react'
import { SelectField } from '../kit/Select.tsx'
import { TextField } from '../kit/TextField.tsx'

const LATEST = 'latest'
const OTHER = 'other'
/** Dates that course material is written against. */
const CHOICES = [
  { value: LATEST, label: 'Today’s rules' },
  { value: '2022-06-01', label: '2022-06-01 (the 2022 PrivateLink guide)' },
  { value: '2015-06-01', label: '2015-06-01 (S3 endpoints only)' },
  { value: OTHER, label: 'Another date…' },
]
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

interface RulesAsOfProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The date whose AWS rules the design is judged by. */
export function RulesAsOf({ value, onChange }: RulesAsOfProps) {
  const known = CHOICES.some((choice) => choice.value === value)
  const [asking, setAsking] = useState(false)
  const other = asking || !known
  return (
    <div className="flex flex-col gap-1">
      <SelectField
        label="Rules as of"
        help="AWS lifted limits over the years. Checks and answers go by the rules of this date."
        value={other ? OTHER : value}
        options={CHOICES}
        onChange={(choice) => {
          setAsking(choice === OTHER)
          if (choice !== OTHER) onChange(choice)
        }}
      />
      {other ? (
        <TextField
          label="Date (year-month-day)"
          mono
          value={known ? '' : value}
          placeholder="2019-11-30"
          problem={(text) => (DATE.test(text) ? null : 'A date such as 2019-11-30')}
          onCommit={(date) => {
            setAsking(false)
            onChange(date)
          }}
        />
      ) : null}
    </div>
  )
}
