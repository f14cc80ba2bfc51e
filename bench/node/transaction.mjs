// What every validator is called with.
export const transaction = {
  origin: { id: '1', code: 'NH', country: 'US', currency: 'USD', name: 'Nordhaven' },
  destination: { id: '2', code: 'IC', country: 'US', currency: 'USD', name: 'Icamer' },
  amount: 1250n,
  currency: 'USD',
  status: 'pending',
  reason: 'rent',
};

export function requireApproval(response) {
  if (!response.approved) {
    throw new Error(`expected an approval, found ${JSON.stringify(response)}`);
  }
}
