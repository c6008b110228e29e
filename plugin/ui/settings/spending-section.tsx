import { usePanel } from '../panel-context.ts'
import { dollars } from '../words/dollars.ts'

/** What paid pictures have cost and what may still be spent; nothing where all engines are free. */
export const SpendingSection = () => {
  const { spending } = usePanel().panel
  const figures = spending.figures.value
  if (!spending.isPaid.value) return null
  const periods = figures && [
    { title: 'Today', cap: figures.caps.perDay, ...figures.day },
    { title: 'This month', cap: figures.caps.perMonth, ...figures.month },
  ]
  return (
    <>
      <h2>Spending</h2>
      {spending.trouble.value !== null && <p role="alert">{spending.trouble.value}</p>}
      {periods?.map(({ title, cap, spent, reserved, left }) => (
        <label key={title}>
          {title}: {dollars(left)} of {dollars(cap)} left, {dollars(spent)} spent
          {reserved > 0 && `, ${dollars(reserved)} reserved`}
          <progress max={cap} value={spent + reserved} />
        </label>
      )) ?? 'Adding up…'}
      {figures?.month.spent === 0 && 'Nothing was spent yet.'}
      {figures?.costPerDraft != null && `A draft cost about $${figures.costPerDraft.toFixed(3)}.`}
    </>
  )
}
