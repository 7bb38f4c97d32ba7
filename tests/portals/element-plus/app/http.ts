import { ElMessage } from 'element-plus';

export interface Answer {
  code: number;
  msg: string;
  // biome-ignore lint/suspicious/noExplicitAny: each endpoint answers with a shape of its own
  data?: any;
}

const session = new URLSearchParams(location.search).get('sid') ?? '';

/** The admin framework's request helper: a toast for every failure, whatever asked. */
export function post(url: string, data: unknown, options: { quiet?: boolean } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('Content-Type', 'application/json;charset=utf-8');
    request.setRequestHeader('Authorization', `Bearer ${session || 'anonymous'}`);
    const fail = (message: string, answer?: Answer) => {
      if (!options.quiet) ElMessage({ message, type: 'error', duration: 5000 });
      reject(Object.assign(new Error(message), { answer }));
    };
    request.onerror = () => fail('后端接口连接异常');
    request.onload = () => {
      let answer: Answer | undefined;
      try {
        answer = JSON.parse(request.responseText);
      } catch {}
      if (request.status >= 400) fail(answer?.msg || `系统接口${request.status}异常`, answer);
      else if (answer?.code !== 200) fail(answer?.msg || '未知错误', answer);
      else resolve(answer);
    };
    request.send(JSON.stringify(data));
  });
}

export function beacon(kind: string, detail: string) {
  navigator.sendBeacon('/api/log/track', JSON.stringify({ kind, detail, at: Date.now() }));
}
