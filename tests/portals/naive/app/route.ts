import { ref } from 'vue';

export const route = ref(location.pathname);

export function go(path: string) {
  history.pushState(null, '', path);
  route.value = location.pathname;
}
addEventListener('popstate', () => {
  route.value = location.pathname;
});
