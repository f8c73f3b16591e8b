/** A face whose mouth bends with the mood, from 0 (unhappy) to 1 (happy). */
export function Face({ mood, size = 30 }: { mood: number; size?: number }) {
  const bend = 15 + (mood - 0.5) * 7
  const corner = 15 - (mood - 0.5) * 3
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
    >
      <circle cx="12" cy="12" r="10" />
      <path d={`M8 ${corner} Q12 ${bend} 16 ${corner}`} />
      <path d="M9 9.5h.01M15 9.5h.01" strokeWidth={2.25} />
    </svg>
  )
}
