// Requests and routing of the app; the session travels in the address, as inside a work app's web view.
import { ref } from 'vue';

export interface Answer {
  code: number;
  msg: string;
  // biome-ignore lint/suspicious/noExplicitAny: the application's own loosely typed answers
  data?: any;
}

export async function post(path: string, body: unknown): Promise<Answer> {
  const response = await fetch(`/api${path}${location.search}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

export const session = new URLSearchParams(location.search);
export const route = ref(location.hash.slice(2) || 'checkin');
addEventListener('hashchange', () => {
  route.value = location.hash.slice(2) || 'checkin';
});
export const go = (name: string) => {
  location.hash = `/${name}`;
};
