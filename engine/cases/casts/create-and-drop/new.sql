create type public.money_amount as (amount numeric, currency text);
create function public.amount_of(public.money_amount) returns numeric language sql immutable as 'select ($1).amount';
create cast (public.money_amount as numeric) with function public.amount_of(public.money_amount) as implicit;
create cast (public.money_amount as text) with inout;
comment on cast (public.money_amount as text) is 'for people';
