#include <stdint.h>
#define IMP(m,n) __attribute__((import_module(m),import_name(n)))
#define T "wasi:http/types@0.2.12"
#define S "wasi:io/streams@0.2.12"
IMP(T,"[constructor]fields") int fields_new(void);
IMP(T,"[method]incoming-request.consume") void consume(int,void*);
IMP(T,"[method]incoming-body.stream") void body_stream(int,void*);
IMP(T,"[constructor]outgoing-response") int response_new(int);
IMP(T,"[method]outgoing-response.body") void response_body(int,void*);
IMP(T,"[method]outgoing-body.write") void body_write(int,void*);
IMP(T,"[static]outgoing-body.finish") void body_finish(int,int,int,void*);
IMP(T,"[static]response-outparam.set") void out_set(int,int,int,int,int64_t,int,int,int,int);
IMP(S,"[method]output-stream.blocking-splice") void splice(int,int,int64_t,void*);
IMP(S,"[resource-drop]output-stream") void drop_out(int);
IMP(S,"[resource-drop]input-stream") void drop_in(int);
IMP(T,"[resource-drop]incoming-body") void drop_ibody(int);
IMP(T,"[resource-drop]incoming-request") void drop_req(int);
static unsigned char heap[65536]; static unsigned used;
__attribute__((export_name("cabi_realloc"))) void*cabi_realloc(void*o,int os,int al,int n){used=(used+15)&~15u; void*p=heap+used; used+=n; if(used>sizeof heap)__builtin_trap(); return p;}
__attribute__((export_name("wasi:http/incoming-handler@0.2.12#handle")))
void handle(int req,int out){
  int r[16] __attribute__((aligned(16)));
  consume(req,r); int ib=r[1];
  body_stream(ib,r); int in=r[1];
  int resp=response_new(fields_new());
  response_body(resp,r); int ob=r[1];
  out_set(out,0,resp,0,0,0,0,0,0);
  body_write(ob,r); int os=r[1];
  for(;;){ splice(os,in,65536,r); if(*(unsigned char*)r) break; }
  drop_in(in); drop_out(os); drop_ibody(ib); drop_req(req);
  body_finish(ob,0,0,r);
}
