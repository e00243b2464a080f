import { useQuery } from "@tanstack/react-query";
import { listFacilitators, listLocations } from "../../../api/catalogue.ts";

const staleTime = 60_000;

export function useLocations() {
  const query = useQuery({ queryKey: ["locations"], queryFn: ({ signal }) => listLocations({ signal }), staleTime });
  return query.data?.items ?? [];
}

export function useFacilitators() {
  const query = useQuery({
    queryKey: ["facilitators"],
    queryFn: ({ signal }) => listFacilitators({ signal }),
    staleTime,
  });
  return query.data?.items ?? [];
}
