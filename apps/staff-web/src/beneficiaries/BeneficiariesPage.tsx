export function BeneficiariesPage() { return null }
