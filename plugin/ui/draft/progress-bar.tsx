import styles from './job-list.css'

export type ProgressBarProps = {
  readonly label: string
  /** From 0 to 1; null while nothing is known. */
  readonly fraction: number | null
}

export const ProgressBar = ({ label, fraction }: ProgressBarProps) => {
  const percent = fraction === null ? undefined : Math.round(fraction * 100)
  return (
    <div
      class={styles.bar}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <div
        class={percent === undefined ? styles.unknown : styles.done}
        style={{ width: `${percent ?? 100}%` }}
      />
    </div>
  )
}
