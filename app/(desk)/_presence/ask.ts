export interface Somebody {
  name: string;
  /** Milliseconds that are left of their lock. */
  left: number;
}

interface Answer {
  left: number;
  others: Somebody[];
}

/** Tells the server what this window does at an item. Null where it did not answer, or somebody may not be told. `parting`: nobody waits for the answer. */
export async function ask(
  item: string,
  told: { window: string; presence: 'works' | 'looks' | 'leaves' },
  parting = false,
): Promise<Answer | null> {
  try {
    const response = await fetch(`/api/v1/presence/${item}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(told),
      keepalive: parting,
    });
    return response.ok ? ((await response.json()) as Answer) : null;
  } catch {
    return null;
  }
}
