// What the application's outermost component lends to code outside of components.
import type { DialogApi, LoadingBarApi, MessageApi, NotificationApi } from 'naive-ui';

export const ui = {} as {
  message: MessageApi;
  dialog: DialogApi;
  notification: NotificationApi;
  loadingBar: LoadingBarApi;
};
