create type public.word;
create function public.word_in(cstring) returns public.word language internal immutable strict as 'textin';
create function public.word_out(public.word) returns cstring language internal immutable strict as 'textout';
create function public.word_recv(internal) returns public.word language internal stable strict as 'textrecv';
create function public.word_send(public.word) returns bytea language internal stable strict as 'textsend';
create type public.word (input = public.word_in, output = public.word_out, receive = public.word_recv, send = public.word_send, internallength = variable, storage = external);
create table public.t (w public.word);
